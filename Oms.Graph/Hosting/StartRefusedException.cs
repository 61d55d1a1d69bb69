namespace Oms.Graph.Hosting;

/// <summary>The program can not do what it was started for; the message is for the person who started it.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
internal sealed class StartRefusedException(string message) : Exception(message);
