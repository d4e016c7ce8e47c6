"""The engine: reads a framework pack and recorded facts, says what is open, when it is due and why.
Apart from that, ``disclosure`` says what in a text could tell who somebody is.

Pure Python: no Django, no clock, no database. Read it in this order: ``clock``, ``rules``,
``spec``, ``answers``, ``process``, ``scenarios``, ``diagram``.
"""
