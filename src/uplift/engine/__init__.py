"""The engine: reads a framework pack and recorded facts, says what is open, when it is due and why.

Pure Python: no Django, no clock, no database. Read it in this order: ``clock``, ``rules``,
``spec``, ``answers``, ``process``, ``scenarios``, ``diagram``.
"""
