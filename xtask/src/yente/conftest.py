

# What follows was added by `cargo xtask yente`: the same tests, asked of a running node of Comity over HTTP.
# The names above it that started a service or filled an index are taken by others of the same name.
import os

import httpx
import pytest
import yente.search.indexer

client = httpx.Client(
    base_url=os.environ["COMITY_YENTE_URL"],
    headers={"Authorization": "ApiKey " + os.environ["COMITY_YENTE_KEY"]},
    follow_redirects=True,
    timeout=60.0,
)


async def update_index(*arguments, **named):
    """Our node's lists are imported before the tests begin."""


yente.search.indexer.update_index = update_index


@pytest.fixture(scope="session", autouse=True)
def cleanup_test_indices():
    yield


@pytest.fixture(scope="session", autouse=True)
def empty_catalog():
    yield


@pytest.fixture(autouse=True)
def flush_cached_es():
    yield


@pytest.fixture
def zala_test_dataset():
    yield


@pytest.fixture
def parteispenden_test_dataset():
    yield
