"""The living sites themselves: whether they are what they say."""
