"""What the people of a scenario can do, one module for each ability. An ability knows the browser of its person, and
only the screens that are passed to it.
"""
