using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Conformance;

/// <summary>The cases ask what is right, not what is affordable: limits lie far above what they hold.</summary>
internal static class EvaluationLimits
{
    public const int MaxDepth = 100_000;

    public static ParserOptions Parser { get; } = new() { MaxAllowedDepth = MaxDepth, MaxAllowedFields = int.MaxValue };

    public static JsonDocumentOptions Json { get; } = new() { MaxDepth = MaxDepth };
}
