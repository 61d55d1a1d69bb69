namespace Oms.Graph.CommandLine;

/// <summary>A command can not go on; the message is for the person who called it.</summary>
/// <param name="exit">What the program ends with.</param>
/// <param name="message">What is wrong.</param>
internal sealed class CommandFailedException(int exit, string message) : Exception(message)
{
    /// <summary>What the program ends with.</summary>
    internal int Exit { get; } = exit;
}
