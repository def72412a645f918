"""Small pages built of every shape a press site gives its texts, lists and days."""
