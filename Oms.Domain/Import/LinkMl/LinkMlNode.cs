namespace Oms.Domain.Import.LinkMl;

/// <summary>A value in a LinkML file, free of the syntax it was written in.</summary>
/// <param name="Line">Where it starts, from 1.</param>
public abstract record LinkMlNode(int Line);
