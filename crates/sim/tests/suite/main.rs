//! Towns: laws that hold whatever the post does.

mod first_request;
