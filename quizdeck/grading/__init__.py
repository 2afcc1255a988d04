"""Reading a typed answer and judging it by the precision rule that the question states."""
