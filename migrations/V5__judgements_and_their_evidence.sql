-- The fifth schema: what a review or waiver was given for.

PRAGMA user_version = 5;

-- Judgements ---------------------------------------------------------------------------------

-- `evidence` is the digest of the evidence that the judgement was given for (src/store/evidence/): the
-- judgement holds as long as the evidence has that digest, and again when a change is taken back.
-- `ended` is the moment at which its evidence had changed before it came into this casebook: it does
-- not hold any more. Rows from before this version have neither: for them the history decides whether
-- the evidence is what it was when they were entered.
ALTER TABLE review ADD COLUMN evidence BLOB CHECK (evidence IS NULL OR length(evidence) = 32);
ALTER TABLE review ADD COLUMN ended TEXT CHECK (ended IS NULL OR evidence IS NULL);
ALTER TABLE waiver ADD COLUMN evidence BLOB CHECK (evidence IS NULL OR length(evidence) = 32);
ALTER TABLE waiver ADD COLUMN ended TEXT CHECK (ended IS NULL OR evidence IS NULL);
