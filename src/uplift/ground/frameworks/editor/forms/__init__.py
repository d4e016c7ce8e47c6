"""What is asked of each part of a framework; each form reads and writes one part."""
