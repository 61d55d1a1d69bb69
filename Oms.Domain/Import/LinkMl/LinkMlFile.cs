namespace Oms.Domain.Import.LinkMl;

/// <summary>A LinkML file as it was read.</summary>
/// <param name="Name">The name of the file, for messages.</param>
/// <param name="Root">What it holds.</param>
public sealed record LinkMlFile(string Name, LinkMlMapping Root);
