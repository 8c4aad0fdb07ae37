"""The interface for programs keeps to its OpenAPI description, whatever it is asked."""

from __future__ import annotations

import pytest

from webdesk import new_desk, served

hypothesis = pytest.importorskip("hypothesis", reason="hypothesis is not installed")
schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")


@pytest.fixture(scope="module")
def description(reader, tmp_path_factory):
    with new_desk(tmp_path_factory.mktemp("contract"), reader) as desk, served(desk) as address:
        yield schemathesis.openapi.from_url(f"{address}/api/openapi.json")


BOUNDED = hypothesis.settings(
    max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(hypothesis.HealthCheck)
)


def test_web_contract_answers_as_described(description):
    operations = [found.ok() for found in description.get_all_operations()]
    assert len(operations) > 10
    for operation in operations:

        @BOUNDED
        @hypothesis.given(operation.as_strategy())
        def validated(case):
            case.call_and_validate()

        validated()
