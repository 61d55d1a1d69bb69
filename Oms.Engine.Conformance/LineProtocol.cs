using System.Text;
using System.Text.Json;

namespace Oms.Engine.Conformance;

/// <summary>One JSON object a line in, one a line out, in the same order.</summary>
internal static class LineProtocol
{
    public static void Run(Stream input, Stream output)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false));
        using var writer = new StreamWriter(output, new UTF8Encoding(false));
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            writer.WriteLine(Answer(line));
            writer.Flush();
        }
    }

    private static string Answer(string line)
    {
        using var document = JsonDocument.Parse(line, EvaluationLimits.Json);
        var request = document.RootElement;
        var answer = new Dictionary<string, object?> { ["id"] = request.GetProperty("id").GetString() };
        try
        {
            if (CaseEvaluation.Find(request.GetProperty("category").GetString()!) is { } evaluate)
                answer["result"] = evaluate(request.GetProperty("input"));
            else
                answer["unsupported"] = true;
        }
        catch (Exception e)
        {
            // The protocol's own way to say that a case ended in a bug; it counts as failed.
            answer["error"] = e.ToString();
        }

        return ResultText.Of(answer);
    }
}
