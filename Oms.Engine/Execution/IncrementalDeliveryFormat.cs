namespace Oms.Engine.Execution;

/// <summary>How the parts of a response are told apart (<c>@defer</c>, <c>@stream</c>); Hot Chocolate's names for two drafts.</summary>
public enum IncrementalDeliveryFormat
{
    /// <summary>The draft as graphql-js 17 has it: <c>pending</c>, <c>incremental</c> by <c>id</c>, <c>completed</c>.</summary>
    Version_0_2,

    /// <summary>
    /// The draft of August 2022, as graphql-js 17.0.0-alpha.2 and older clients have it: <c>incremental</c> by <c>path</c> and <c>label</c>. What
    /// a part shares with what came before is sent once, and is whole when the client has merged it.
    /// </summary>
    Version_0_1,
}
