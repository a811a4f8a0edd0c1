"""Shared fixtures, and the hypothesis profile: derandomised, so that a red run can be repeated."""

import os

import pytest
from hypothesis import HealthCheck, settings

from coopterms import Resolver

settings.register_profile(
    "default",
    deadline=None,
    derandomize=True,
    max_examples=int(os.environ.get("COOPTERMS_EXAMPLES", "150")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("default")


@pytest.fixture(scope="session")
def resolver() -> Resolver:
    return Resolver()
