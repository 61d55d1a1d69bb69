using System.Text.Json;
using Oms.Engine.Tests.Node;

namespace Oms.Graph.Tests.Compatibility;

/// <summary>GraphQL Inspector, asked a line at a time.</summary>
public sealed class InspectorOracle : IDisposable
{
    private static readonly NodeFolder Node = new("Compatibility", "oracle");

    private readonly NodeOracle oracle = new(Node, "inspector.mjs");

    /// <summary>The folder that the packages are restored into.</summary>
    public static string Folder => Node.FullPath;

    /// <summary>Restores the packages, if nobody has yet.</summary>
    public static Task RestoreAsync() => Node.RestoreAsync();

    /// <summary>What Inspector says of a change: type, path and criticality.</summary>
    /// <param name="before">An object with the text or the file of the schema that clients know.</param>
    /// <param name="after">The same of the one they are to meet.</param>
    public IReadOnlyList<Verdict> Ask(object before, object after)
    {
        using var answer = JsonDocument.Parse(oracle.Ask(JsonSerializer.Serialize(new { before, after })));
        if (answer.RootElement.ValueKind == JsonValueKind.Object)
            throw new InvalidOperationException($"GraphQL Inspector failed: {answer.RootElement.GetProperty("failure").GetString()}");
        return [.. answer.RootElement.EnumerateArray().Select(c => new Verdict(c[0].GetString()!, c[1].GetString(), c[2].GetString()!))];
    }

    public void Dispose() => oracle.Dispose();
}
