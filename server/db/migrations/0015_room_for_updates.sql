-- Room in every page for newer versions of its rows. A change that touches no indexed column, as of
-- when a contact was last contacted, then stays in its page and leaves all indexes alone. Pages that
-- are full already get it when they are written anew.
alter table contacts set (fillfactor = 85);
alter table threads set (fillfactor = 85);
