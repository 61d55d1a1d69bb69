namespace Oms.Engine.Types;

/// <summary>UUID: as RFC 9562 writes it, 8-4-4-4-12 hexadecimal digits, as <see cref="Guid"/>.</summary>
internal sealed class UuidCoercion : TextCoercion<Guid>
{
    public override string Expectation => "a UUID as RFC 9562 writes it";

    protected override bool TryParseText(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);

    protected override string Format(Guid value) => value.ToString("D");
}
