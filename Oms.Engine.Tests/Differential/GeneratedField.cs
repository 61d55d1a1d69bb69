namespace Oms.Engine.Tests.Differential;

/// <summary>A field of a generated type.</summary>
internal sealed record GeneratedField(string Name, TypeReference Type, IReadOnlyList<GeneratedInput> Arguments);
