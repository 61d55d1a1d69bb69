namespace Oms.Benchmarks.Workload;

/// <summary>The enum <c>Cardinality</c> of the common workload.</summary>
internal enum Cardinality
{
    OneToOne,
    OneToMany,
    ManyToMany,
}
