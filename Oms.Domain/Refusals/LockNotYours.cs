namespace Oms.Domain.Refusals;

/// <summary>The lock belongs to another.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Holder">Who holds it.</param>
public sealed record LockNotYours(string Branch, string Holder)
    : Refusal(
        "LOCK_NOT_YOURS",
        $"The lock of '{Branch}' belongs to {Holder}. Ask them, or somebody with the right lock:force-unlock, to end it.");
