namespace Oms.Engine.Tests.Differential;

/// <summary>An argument or input field of a generated schema.</summary>
internal sealed record GeneratedInput(string Name, TypeReference Type, string? Default)
{
    public bool IsRequired => Type.IsNonNull && Default is null;

    public override string ToString() => $"{Name}: {Type}{(Default is null ? "" : " = " + Default)}";
}
