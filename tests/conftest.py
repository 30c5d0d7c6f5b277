"""How all tests run: laws are tried on the same examples every time, and no test is judged by the time it takes."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.register_profile("long", deadline=None, max_examples=20_000)
settings.load_profile("house")
