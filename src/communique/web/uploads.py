"""Articles that are dropped or pasted: read in the background, their progress told as server-sent events."""

from __future__ import annotations

import asyncio
import datetime
import json
import re
import secrets
import shutil
import tempfile
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, HTTPException, Request, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response, StreamingResponse

from communique import options
from communique.errors import CommuniqueError
from communique.ingest import Tally, read_all
from communique.sources import read_sources
from communique.web.asking import day_in
from communique.web.desk import Desk
from communique.web.rendering import page
from communique.web.security import check_form

router = APIRouter()
MOST_FILES = 2_000
_KEPT = 50  # finished jobs that can still be looked at
_WAIT = 0.3  # seconds between two looks at a job
_UNSAFE = re.compile(r"[^\w. ()-]+")


@dataclass(slots=True)
class Job:
    """A reading of uploaded articles: what it has done, in which state it is, and what went wrong."""

    id: str
    folder: Path
    files: int
    published: datetime.date | None
    outlet: str | None
    tally: Tally = field(default_factory=Tally)
    state: str = "waiting"
    trouble: str | None = None

    @property
    def told(self) -> dict[str, object]:
        """The progress, for a page or a program."""
        tally = self.tally
        return {
            "id": self.id, "state": self.state, "files": self.files, "read": tally.read, "known": tally.known,
            "reports": tally.reports, "statements": tally.statements, "rejected": len(tally.rejected),
            "trouble": self.trouble,
            "reasons": [f"{Path(a.source or a.article or '?').name}: {a.detail}"[:300] for a in tally.rejected[:20]],
        }  # fmt: skip

    @property
    def done(self) -> bool:
        """Is it over, well or not?"""
        return self.state in {"done", "failed"}


class Jobs:
    """The readings of a desk, one after the other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.jobs: dict[str, Job] = {}

    def start(self, job: Job) -> None:
        """Read the files of a job in the background."""
        for old in [j.id for j in self.jobs.values() if j.done][:-_KEPT]:
            del self.jobs[old]
        self.jobs[job.id] = job
        threading.Thread(target=self._run, args=(job,), name=f"reading {job.id}", daemon=True).start()

    def _run(self, job: Job) -> None:
        desk = self._desk
        try:
            with desk.reading:
                job.state = "reading"
                found = read_sources([job.folder], published=job.published, outlet=job.outlet)

                def told(tally: Tally) -> None:
                    job.tally = tally

                edition = desk.choice.edition
                job.tally = read_all(desk.store, found, desk.reader, edition=edition, on_progress=told)
            job.state = "linking"
            desk.relink()
            desk.wait()
            job.state, job.trouble = ("failed", desk.trouble) if desk.trouble else ("done", None)
        except CommuniqueError as error:
            job.state, job.trouble = "failed", str(error)
        finally:
            if not job.done:
                job.state, job.trouble = "failed", "reading ended with a fault of the program"
            shutil.rmtree(job.folder, ignore_errors=True)


def jobs_of(request: Request) -> Jobs:
    """The readings of the application that a request came to."""
    jobs: Jobs = request.app.state.jobs
    return jobs


@router.get("/read")
def reading_page(request: Request) -> Response:
    """Where articles are dropped or pasted, and what was read so far."""
    jobs = [job.told for job in reversed(jobs_of(request).jobs.values())]
    return page(request, "read.html", jobs=jobs, most=MOST_FILES)


@router.post("/read", dependencies=[Depends(check_form)])
async def upload(
    request: Request,
    files: Annotated[list[UploadFile], File()] = [],  # noqa: B006 - FastAPI's way
    text: Annotated[str, Form(max_length=5_000_000)] = "",
    title: Annotated[str, Form(max_length=500)] = "",
    published: Annotated[str, Form(max_length=20)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Take articles in and begin to read them."""
    given = [file for file in files if file.filename]
    if not given and not text.strip():
        raise HTTPException(422, "give files, or paste the text of an article")
    if len(given) > MOST_FILES:
        raise HTTPException(422, f"{len(given):,} files are too many at once; give at most {MOST_FILES:,}")
    day = day_in(published, options.read_day)
    folder = Path(tempfile.mkdtemp(prefix="communique-"))
    number = await run_in_threadpool(_keep, folder, given, text.strip(), title.strip())
    job = Job(secrets.token_urlsafe(9), folder, number, day, outlet.strip() or None)
    jobs_of(request).start(job)
    return RedirectResponse(f"/read/{job.id}", 303)


def _keep(folder: Path, files: list[UploadFile], text: str, title: str) -> int:
    """Write what came in into the folder, each under a name that says nothing but its ending and its last part."""
    for number, file in enumerate(files):
        name = _UNSAFE.sub("_", Path(file.filename or "").name).lstrip(".")[-80:] or "article.txt"
        if name == "metadata.jsonl":
            target = folder / name
        else:
            (folder / f"{number:05}").mkdir()
            target = folder / f"{number:05}" / name
        with target.open("wb") as out:
            shutil.copyfileobj(file.file, out)
    if text:
        article = {"text": text, **({"title": title} if title else {})}
        (folder / "pasted.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    return len(files) + bool(text)


@router.get("/read/{job_id}")
def job_page(request: Request, job_id: str) -> Response:
    """The progress of one reading."""
    return page(request, "job.html", job=_job(request, job_id).told)


@router.get("/read/{job_id}/progress")
async def progress(request: Request, job_id: str) -> Response:
    """The progress of one reading as server-sent events, until it is over."""
    return StreamingResponse(_events(request, _job(request, job_id)), media_type="text/event-stream")


async def _events(request: Request, job: Job) -> AsyncIterator[str]:
    before = ""
    while not await request.is_disconnected():
        told = json.dumps(job.told)
        if told != before:
            yield f"data: {told}\n\n"
            before = told
        if job.done and json.dumps(job.told) == told:
            return
        await asyncio.sleep(_WAIT)


def _job(request: Request, job_id: str) -> Job:
    job = jobs_of(request).jobs.get(job_id)
    if job is None:
        raise HTTPException(404, "that reading is over and forgotten, or never was")
    return job
