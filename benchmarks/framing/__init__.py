"""Sites that live in the frames of real pages: the cutting, and the life."""
