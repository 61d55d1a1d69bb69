namespace Oms.Domain.Refusals;

/// <summary>There is no commit of this id.</summary>
/// <param name="Commit">The id that was given.</param>
public sealed record CommitNotFound(string Commit)
    : Refusal("COMMIT_NOT_FOUND", $"There is no commit '{Commit}'. An id is 64 hexadecimal digits; the field commits lists a branch's.");
