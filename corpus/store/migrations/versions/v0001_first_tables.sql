-- The tables as they were first made, as SQLite tells them. Never edited.
CREATE TABLE sites (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    is_paused BOOLEAN NOT NULL,
    removed_at TEXT,
    baseline_at TEXT,
    walked_at TEXT,
    crawled_at TEXT,
    due_at TEXT,
    profile_id INTEGER,
    facts JSON NOT NULL,
    UNIQUE (name)
);
CREATE TABLE outbox (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    alert_id TEXT NOT NULL,
    change_id INTEGER,
    site_id INTEGER,
    item_id INTEGER,
    rule TEXT NOT NULL,
    channel TEXT NOT NULL,
    lane TEXT NOT NULL,
    payload JSON NOT NULL,
    state TEXT NOT NULL,
    roundup_id TEXT,
    attempts INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    planned_at TEXT,
    next_at TEXT,
    first_tried_at TEXT,
    sent_at TEXT,
    error TEXT,
    claimed_by TEXT,
    claimed_until FLOAT,
    UNIQUE (alert_id)
);
CREATE INDEX outbox_waiting ON outbox (channel, state, next_at, id);
CREATE INDEX ix_outbox_change_id ON outbox (change_id);
CREATE INDEX outbox_open ON outbox (channel, item_id, id) WHERE state IN ('pending', 'rolled');
CREATE INDEX outbox_planned ON outbox (channel, rule, planned_at);
CREATE INDEX outbox_state ON outbox (state, next_at);
CREATE TABLE leases (
    site_id INTEGER NOT NULL,
    holder TEXT NOT NULL,
    fence INTEGER NOT NULL,
    expires_at FLOAT NOT NULL,
    PRIMARY KEY (site_id),
    FOREIGN KEY(site_id) REFERENCES sites (id)
);
CREATE TABLE runs (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    fence INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    status TEXT,
    requested INTEGER NOT NULL,
    listings INTEGER NOT NULL,
    revisions INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    problems INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    changes INTEGER NOT NULL,
    is_complete BOOLEAN NOT NULL,
    is_settled BOOLEAN NOT NULL,
    ledger JSON NOT NULL,
    FOREIGN KEY(site_id) REFERENCES sites (id)
);
CREATE INDEX ix_runs_site_id ON runs (site_id);
CREATE TABLE items (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    url TEXT NOT NULL,
    status TEXT NOT NULL,
    is_baseline BOOLEAN NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    published_on TEXT,
    changed_at TEXT,
    due_at TEXT,
    looked_run INTEGER,
    listed_run INTEGER,
    revision_id INTEGER,
    capture_id INTEGER,
    digest TEXT,
    etag TEXT,
    last_modified TEXT,
    parts JSON,
    teaser JSON,
    gone_at TEXT,
    gone_run INTEGER,
    gone_last_run INTEGER,
    gone_how TEXT,
    restored_run INTEGER,
    moved_to JSON,
    suspect JSON,
    UNIQUE (site_id, "key"),
    FOREIGN KEY(site_id) REFERENCES sites (id)
);
CREATE INDEX items_back ON items (site_id) WHERE restored_run IS NOT NULL;
CREATE INDEX items_due ON items (site_id, status, due_at);
CREATE INDEX items_revision ON items (revision_id);
CREATE INDEX items_looked ON items (site_id, looked_run);
CREATE INDEX items_still_gone ON items (site_id, gone_last_run) WHERE gone_last_run IS NOT NULL;
CREATE INDEX items_moved ON items (site_id) WHERE moved_to IS NOT NULL;
CREATE INDEX items_gone ON items (site_id, gone_run) WHERE gone_run IS NOT NULL;
CREATE TABLE listings (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    url TEXT NOT NULL,
    item_count INTEGER NOT NULL,
    usual_count FLOAT NOT NULL,
    seen_run INTEGER NOT NULL,
    capture_id INTEGER,
    digest TEXT,
    etag TEXT,
    last_modified TEXT,
    listing JSON NOT NULL,
    UNIQUE (site_id, url),
    FOREIGN KEY(site_id) REFERENCES sites (id)
);
CREATE TABLE profiles (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    learned_at TEXT NOT NULL,
    profile JSON NOT NULL,
    FOREIGN KEY(site_id) REFERENCES sites (id)
);
CREATE INDEX ix_profiles_site_id ON profiles (site_id);
CREATE TABLE troubles (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    detail TEXT NOT NULL,
    proposal TEXT NOT NULL,
    run_id INTEGER,
    began_at TEXT NOT NULL,
    ended_at TEXT,
    FOREIGN KEY(site_id) REFERENCES sites (id)
);
CREATE UNIQUE INDEX troubles_open ON troubles (site_id, kind) WHERE ended_at IS NULL;
CREATE TABLE wakes (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    due_at TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    missed INTEGER NOT NULL,
    holder TEXT NOT NULL,
    outcome TEXT,
    FOREIGN KEY(site_id) REFERENCES sites (id)
);
CREATE INDEX wakes_site ON wakes (site_id, id);
CREATE INDEX wakes_started ON wakes (started_at);
CREATE TABLE aliases (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (site_id, "key"),
    FOREIGN KEY(site_id) REFERENCES sites (id),
    FOREIGN KEY(item_id) REFERENCES items (id)
);
CREATE INDEX ix_aliases_item_id ON aliases (item_id);
CREATE TABLE captures (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    url TEXT NOT NULL,
    status INTEGER NOT NULL,
    captured_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    file TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    length INTEGER NOT NULL,
    redirected_from JSON,
    FOREIGN KEY(site_id) REFERENCES sites (id),
    FOREIGN KEY(run_id) REFERENCES runs (id)
);
CREATE INDEX ix_captures_run_id ON captures (run_id);
CREATE TABLE changes (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    revision_id INTEGER,
    old_revision_id INTEGER,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    old_url TEXT,
    title TEXT,
    date TEXT,
    body TEXT,
    fields JSON NOT NULL,
    weight TEXT NOT NULL,
    baseline BOOLEAN NOT NULL,
    captured_at TEXT NOT NULL,
    FOREIGN KEY(site_id) REFERENCES sites (id),
    FOREIGN KEY(item_id) REFERENCES items (id),
    FOREIGN KEY(run_id) REFERENCES runs (id)
);
CREATE INDEX ix_changes_item_id ON changes (item_id);
CREATE INDEX changes_once ON changes (item_id, kind, run_id);
CREATE INDEX ix_changes_run_id ON changes (run_id);
CREATE INDEX changes_site ON changes (site_id, id);
CREATE TABLE problems (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    item_id INTEGER,
    url TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    at TEXT NOT NULL,
    FOREIGN KEY(site_id) REFERENCES sites (id),
    FOREIGN KEY(run_id) REFERENCES runs (id)
);
CREATE INDEX ix_problems_run_id ON problems (run_id);
CREATE TABLE held (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    revision_id INTEGER,
    old_revision_id INTEGER,
    run_id INTEGER NOT NULL,
    last_run INTEGER NOT NULL,
    run_count INTEGER NOT NULL,
    fields JSON NOT NULL,
    UNIQUE (item_id),
    FOREIGN KEY(site_id) REFERENCES sites (id),
    FOREIGN KEY(item_id) REFERENCES items (id)
);
CREATE INDEX ix_held_site_id ON held (site_id);
CREATE TABLE revisions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL,
    site_id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    capture_id INTEGER NOT NULL,
    part_ids JSON NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    fingerprint TEXT NOT NULL,
    minor_fingerprint TEXT NOT NULL,
    words TEXT NOT NULL,
    article JSON NOT NULL,
    cause TEXT NOT NULL,
    reader INTEGER NOT NULL,
    profile_version INTEGER NOT NULL,
    is_compared BOOLEAN NOT NULL,
    FOREIGN KEY(item_id) REFERENCES items (id),
    FOREIGN KEY(site_id) REFERENCES sites (id),
    FOREIGN KEY(run_id) REFERENCES runs (id),
    FOREIGN KEY(capture_id) REFERENCES captures (id)
);
CREATE INDEX revisions_owing ON revisions (site_id) WHERE NOT is_compared;
CREATE INDEX revisions_words ON revisions (site_id, words);
CREATE INDEX ix_revisions_item_id ON revisions (item_id);
