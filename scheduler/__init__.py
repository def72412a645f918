"""When, what changed, who is told?"""
