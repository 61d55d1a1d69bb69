using Oms.Domain.Refusals;

namespace Oms.Domain.Locks;

/// <summary>How far a lock's holder has come, in the holder's words.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Message">What it is doing; empty where it says nothing; at most <see cref="TextLimits.MaxReason"/> characters.</param>
public sealed record LockProgress(int Percent, string Message)
{
    /// <summary>Why this is no progress; null when it is.</summary>
    internal Refusal? Check()
    {
        if (Percent is < 0 or > 100)
            return new ValueOutOfRange("progress in percent", 0, 100, Percent) { Path = ["progress", "percent"] };
        return TextLimits.CheckOptional("message", Message, TextLimits.MaxReason) is { } text
            ? text with { Path = ["progress", "message"] }
            : null;
    }
}
