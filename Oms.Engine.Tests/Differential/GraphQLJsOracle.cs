using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Engine.Tests.Node;

namespace Oms.Engine.Tests.Differential;

/// <summary>graphql-js, asked a line at a time.</summary>
public sealed class GraphQLJsOracle : IDisposable
{
    private static readonly JsonDocumentOptions DeepJson = new() { MaxDepth = 512 };

    private readonly NodeOracle _oracle = new(new NodeFolder("Differential", "oracle"), "--stack-size=4000", "oracle.mjs");

    public JsonElement Ask(JsonObject question)
    {
        var answer = JsonDocument.Parse(_oracle.Ask(question.ToJsonString()), DeepJson).RootElement;
        return answer.TryGetProperty("failure", out var failure)
            ? throw new InvalidOperationException($"The oracle failed on {question.ToJsonString()}: {failure}")
            : answer;
    }

    public void Dispose() => _oracle.Dispose();
}
