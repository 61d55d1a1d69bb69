namespace Oms.Domain.Import.LinkMl;

/// <summary>What the head of a schema says: which addresses names stand for, and the range of slots that name none.</summary>
internal sealed class LinkMlSchema
{
    private readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
    private readonly string home;

    internal LinkMlSchema(LinkMlMapping root, string id)
    {
        foreach (var entry in (root["prefixes"] as LinkMlMapping)?.Entries ?? [])
            if (AddressOf(entry.Value) is { } address)
                prefixes[entry.Key] = address;
        var home = (root["default_prefix"] as LinkMlScalar)?.Text ?? id;
        this.home = prefixes.GetValueOrDefault(home, home.Contains(':') ? home : id);
        if (this.home[^1] is not ('/' or '#' or '_'))
            this.home += "/";
        DefaultRange = (root["default_range"] as LinkMlScalar)?.Text ?? "string";
    }

    /// <summary>The range of slots that name none; <c>string</c> where the schema says nothing.</summary>
    internal string DefaultRange { get; }

    /// <summary>
    /// What the ids of a name follow from: its address without http or https, since vocabularies go from one to the other and stay the same.
    /// </summary>
    internal string Identity(string name)
    {
        var address = Address(name);
        var start = address.StartsWith("https://", StringComparison.Ordinal) ? 8 : address.StartsWith("http://", StringComparison.Ordinal) ? 7 : 0;
        return address[start..];
    }

    /// <summary>The address that a name of this schema stands for.</summary>
    internal string Address(string name) => home + name;

    /// <summary>A full address for one written short, such as <c>schema:Person</c>; as it is where the prefix is not known.</summary>
    internal string Expand(string address)
    {
        var colon = address.IndexOf(':');
        return colon > 0 && prefixes.TryGetValue(address[..colon], out var prefix) ? prefix + address[(colon + 1)..] : address;
    }

    // A prefix is given as its address, or as a mapping that holds it under prefix_reference.
    private static string? AddressOf(LinkMlNode node) => node switch
    {
        LinkMlScalar { IsNull: false } scalar => scalar.Text,
        LinkMlMapping mapping => (mapping["prefix_reference"] as LinkMlScalar)?.Text,
        _ => null,
    };
}
