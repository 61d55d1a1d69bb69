namespace Oms.Domain.Import.Rdf;

/// <summary>One statement (RDF 1.1 Concepts, section 3.1).</summary>
/// <param name="Subject">What it is about: an IRI, or a blank node's label after <c>_:</c>.</param>
/// <param name="Predicate">What is said of it, an IRI.</param>
/// <param name="Object">What stands there.</param>
/// <param name="Line">The line of the file, from 1.</param>
public sealed record Triple(string Subject, string Predicate, Term Object, int Line);
