"""What is kept of each step: pictures, accessibility, console, traffic."""
