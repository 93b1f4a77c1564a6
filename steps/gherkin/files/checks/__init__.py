"""What is wrong in the text of one feature file, found while it is read."""
