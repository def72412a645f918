"""What single lines and cells say of themselves: counters, stamps, signs. Pure."""
