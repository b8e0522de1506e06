//! The locks, tried at every door of the desk: each form, each act of the API. What is tried is read from the router's own
//! table, from the API's own document and from the model's own tables of locks and steps: a new route, act, step or lock is
//! tried without being named here. The other side, the workers, letters, an old docket and a backup are tried in `sim`.

mod death_penalty;
mod doors;
mod said;
mod surrender;
mod table;
