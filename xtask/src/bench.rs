use crate::tools::Failure;
pub(crate) fn run() -> Result<(), Failure> {
    Err(Failure::usage("later"))
}
