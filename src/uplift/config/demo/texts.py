"""What the made-up board of the demo publishes and passes on (Markdown)."""

REPORT = """\
## What happened

Several agencies saw signs of neglect over eighteen months. Each answered the sign that it saw.

## Why

The family's history took ten minutes to open, so first contacts were answered without it. When one
team handed over to another, it did so by a form. Thresholds were read one contact at a time.

## What needs to change

- Every first contact considers the family's history before it is answered.
- A handover between teams is a conversation.

## What worked well

One health visitor read the whole record, saw the pattern and called the others together.
"""
BRIEFING = """\
**The lesson.** Read the history before you answer a first contact. In this review five calls in
eighteen months were each closed on their own; read together they were a pattern.

**What you can do on Monday**

- Open the record before you call back.
- Hand over by talking to each other; the form comes after.
- If you can't open the record, say so to your manager the same day.
"""
