using Oms.Domain.Branches;

namespace Oms.Domain.Storage;

/// <summary>One branch to write, if it still is as it was read.</summary>
/// <param name="Branch">The new record; its version is one more than the expected one.</param>
/// <param name="ExpectedVersion">The version that was read; 0 to make a branch that must not exist.</param>
public sealed record BranchWrite(Branch Branch, long ExpectedVersion);
