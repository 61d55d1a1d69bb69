using System.Buffers.Text;
using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.CostAnalysis;

/// <summary>Writes what an operation costs into a response.</summary>
internal static class CostReport
{
    /// <summary>Writes the entry <c>extensions</c>.</summary>
    public static void Write(ResponseBuffer body, OperationCost cost)
    {
        body.Write("\"extensions\":{\"operationCost\":{\"fieldCost\":"u8);
        Write(body, cost.FieldCost);
        body.Write(",\"typeCost\":"u8);
        Write(body, cost.TypeCost);
        body.Write("}}"u8);
    }

    /// <summary>The response of a request that is not executed.</summary>
    public static OperationResult Only(OperationCost cost)
    {
        var body = new ResponseBuffer();
        body.WriteByte((byte)'{');
        Write(body, cost);
        body.WriteByte((byte)'}');
        return new OperationResult(body, [], isRequestError: false, isDataNull: false);
    }

    private static void Write(ResponseBuffer body, double number)
    {
        Span<byte> text = stackalloc byte[32];
        Utf8Formatter.TryFormat(number, text, out var length);
        body.Write(text[..length]);
    }
}
