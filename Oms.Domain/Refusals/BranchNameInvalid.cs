namespace Oms.Domain.Refusals;

/// <summary>The text is not a name that a branch can have.</summary>
/// <param name="Branch">The text that was given.</param>
public sealed record BranchNameInvalid(string Branch)
    : Refusal(
        "BRANCH_NAME_INVALID",
        $"'{Branch}' can not name a branch. A name has 1 to 100 characters: lower-case letters, digits and hyphens, in parts joined by " +
        "slashes, each part starting with a letter or digit; 'master' is refused and a leading underscore is reserved.");
