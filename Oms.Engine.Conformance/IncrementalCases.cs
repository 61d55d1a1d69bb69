using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Engine.Execution;

namespace Oms.Engine.Conformance;

/// <summary>Cases of responses that come in parts: what a client has when all parts are merged.</summary>
internal static class IncrementalCases
{
    public static object Execute(JsonElement input)
    {
        var result = ExecutionCases.Run(input);
        if (result is ResponseStream stream)
            return MergeAsync(stream).GetAwaiter().GetResult();
        var whole = (JsonObject)Parse((OperationResult)result)!;
        whole["incremental"] = false;
        return new RawJson(whole.ToJsonString());
    }

    private static async Task<RawJson> MergeAsync(ResponseStream stream)
    {
        MergedResponse? merged = null;
        await using (stream)
        {
            await foreach (var result in stream)
            {
                await using (result)
                {
                    if (merged is null)
                        merged = new MergedResponse(Parse(result)!);
                    else
                        merged.Add(Parse(result)!);
                }
            }
        }

        return new RawJson(merged!.ToJson());
    }

    private static JsonNode? Parse(OperationResult result) => JsonNode.Parse(result.ToJson(), documentOptions: EvaluationLimits.Json);
}
