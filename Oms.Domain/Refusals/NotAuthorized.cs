using Oms.Domain.Access;

namespace Oms.Domain.Refusals;

/// <summary>The actor's roles do not allow it.</summary>
/// <param name="Right">The name of the right that is missing.</param>
/// <param name="Why">What asks for the right, as the end of the sentence "you need the right … ".</param>
public sealed record NotAuthorized(string Right, string Why)
    : Refusal("AUTH_NOT_AUTHORIZED", $"You need the right {Right} {Why}. Ask an administrator for a role that has it.")
{
    /// <summary>The right is missing.</summary>
    public static NotAuthorized Lacking(Right right, string why) => new(RightNames.Of(right), why);
}
