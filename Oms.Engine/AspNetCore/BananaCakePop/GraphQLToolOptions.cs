namespace Oms.Engine.AspNetCore.BananaCakePop;

/// <summary>The IDE (Banana Cake Pop) that a browser gets at the endpoint's address.</summary>
public sealed class GraphQLToolOptions
{
    /// <summary>Whether the IDE is served.</summary>
    public bool Enable { get; set; } = true;

    /// <summary>The title of the first document; null: the IDE's own.</summary>
    public string? Title { get; set; }

    /// <summary>The text of the first document; null: the IDE's own.</summary>
    public string? Document { get; set; }

    /// <summary>Whether the IDE sends the browser's cookies with its requests.</summary>
    public bool IncludeCookies { get; set; }

    /// <summary>Headers the IDE offers to send.</summary>
    public IDictionary<string, string> HttpHeaders { get; } = new Dictionary<string, string>();
}
