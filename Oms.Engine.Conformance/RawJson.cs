namespace Oms.Engine.Conformance;

/// <summary>JSON that stands in a result as it is.</summary>
/// <param name="Text">The JSON.</param>
internal sealed record RawJson(string Text);
