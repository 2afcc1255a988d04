"""Numbers for Adam whose roots come out: found by search, and kept as data.

Each row sets β₁, β₂ and the gradients so that the corrected second moment is the square of a
fraction and every line of the sheet is short.
"""

from quizdeck.problems.space import Choice, together

# The search took whole gradients up to 12 and updates of at most four figures.
TWO_STEPS = together(
    "beta1 beta2 g1 g2",
    (
        "2/3 0.6 3 1",
        "2/3 0.6 1 5",
        "2/3 0.6 1 -5",
        "2/3 3/4 6 1",
        "2/3 3/4 6 -1",
        "2/3 3/4 2 5",
        "2/3 3/4 2 -5",
        "2/3 0.96 5 1",
        "2/3 0.96 5 -1",
        "2/3 0.28 5 -1",
        "2/3 0.28 5 11",
        "3/4 0.96 5 1",
        "3/4 0.96 5 -1",
        "3/4 0.96 3 5",
        "1/2 0.96 5 -1",
        "1/4 0.96 5 1",
        "1/4 0.96 5 -1",
        "0.6 0.28 5 -1",
        "0.6 0.28 5 11",
        "0.4 3/4 2 -5",
        "0.4 3/4 6 -1",
        "0.2 3/4 2 5",
        "0.2 0.6 1 -5",
        "0.2 0.8 1 -3",
    ),
)

# In the book's form √(1 - β₂²) has to be a fraction too.
TWO_STEPS_OF_THE_BOOK = Choice(
    TWO_STEPS.names,
    lambda: (row for row in TWO_STEPS.options if str(row[1]) in {"3/5", "4/5", "7/25", "24/25"}),
)

# The search took whole gradients up to 12 and all that is told apart from every slip.
THREE_STEPS = together(
    "beta1 beta2 g1 g2 g3",
    (
        "2/3 1/2 4 2 -1",
        "1/4 0.6 5 5 -1",
        "1/4 3/4 2 5 -4",
        "1/4 0.6 7 1 7",
        "2/3 1/2 8 4 -2",
        "1/2 1/3 8 6 2",
        "1/4 0.8 1 8 -6",
        "2/3 1/2 3 9 -1",
        "1/2 1/3 1 9 -3",
        "1/4 2/3 7 -1 9",
        "1/4 0.6 9 -5 8",
        "3/4 1/2 4 -4 10",
        "2/3 1/2 10 -2 -1",
        "1/2 1/3 4 10 1",
        "0.4 1/3 10 -1 -9",
        "3/4 1/3 10 -1 9",
        "1/4 0.6 10 -5 7",
        "1/4 3/4 4 10 -8",
        "0.6 1/3 8 7 -11",
        "1/2 0.4 11 2 -2",
        "2/3 0.4 11 2 -2",
        "2/3 3/4 6 3 -11",
        "1/2 1/3 1 -1 -12",
        "0.6 1/3 1 -1 12",
        "2/3 0.6 12 9 -5",
        "1/4 3/4 2 12 -11",
        "2/3 3/4 2 12 -11",
        "1/4 3/4 4 6 -1",
        "1/4 2/3 7 -3 5",
        "0.6 1/3 8 6 -2",
        "0.4 1/3 9 3 1",
        "3/4 1/3 9 -9 4",
    ),
)
