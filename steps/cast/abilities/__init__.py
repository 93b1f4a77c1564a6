"""What the people of a scenario can do, one module an ability. Each knows the browser of its person, and no screens but
those it is handed.
"""
