using System.Diagnostics.CodeAnalysis;

namespace Oms.Engine.Types;

/// <summary>URL: an absolute URL as RFC 3986 writes it, as <see cref="Uri"/>. Nothing is ever fetched from it.</summary>
internal sealed class UrlCoercion : TextCoercion<Uri>
{
    public override string Expectation => "an absolute URL";

    // A rooted path counts as an absolute file URL on Unix, though it names no scheme.
    protected override bool TryParseText(string text, [NotNullWhen(true)] out Uri? value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && text.StartsWith(value.Scheme + ":", StringComparison.OrdinalIgnoreCase);

    protected override string Format(Uri value) => value.OriginalString;
}
