using Oms.Domain.Refusals;

namespace Oms.Graph.CommandLine;

/// <summary>A refusal as a server told it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Message">Its sentence.</param>
internal sealed record RefusedByServer(string Code, string Message) : Refusal(Code, Message);
