namespace Oms.Engine.Tests.Differential;

/// <summary>A generated type reference: a name, or a list of another; non-null or not.</summary>
internal sealed record TypeReference(string? Name, TypeReference? Item, bool IsNonNull)
{
    public string NamedType => Name ?? Item!.NamedType;

    public TypeReference Nullable => this with { IsNonNull = false };

    public static TypeReference Random(Random random, string name)
    {
        var type = new TypeReference(name, null, random.Next(3) == 0);
        for (var depth = random.Next(8); depth > 5; depth--)
            type = new TypeReference(null, type, random.Next(3) == 0);
        return type;
    }

    public override string ToString() => (Name ?? $"[{Item}]") + (IsNonNull ? "!" : "");
}
