"""Kept answers: worked out once for the same frame, never told of another, forgotten with it."""

import gc

import pandas as pd

from data.kept import kept


def counted():
    calls = []

    @kept
    def total(frame, column, *, times=1):
        calls.append(column)
        return pd.Series([frame[column].sum() * times])

    return total, calls


def test_an_answer_about_the_same_frame_is_worked_out_once():
    total, calls = counted()
    frame = pd.DataFrame({"a": [1, 2], "b": [3, 4]})
    first = total(frame, "a", times=2)
    assert first[0] == 6
    assert total(frame, "a", times=2) is first
    assert total(frame, "b", times=2)[0] == 14
    assert total(frame, "a", times=3)[0] == 9
    assert calls == ["a", "b", "a"]


def test_an_equal_frame_is_another_frame():
    total, calls = counted()
    frame = pd.DataFrame({"a": [1, 2]})
    assert total(frame, "a")[0] == 3
    other = frame.copy()
    other.loc[0, "a"] = 10
    assert total(other, "a")[0] == 12
    assert calls == ["a", "a"]


def test_an_answer_is_forgotten_with_its_frame():
    total, calls = counted()
    for value in range(50):
        frame = pd.DataFrame({"a": [value]})
        assert total(frame, "a")[0] == value
        del frame
        gc.collect()
    assert calls == ["a"] * 50
