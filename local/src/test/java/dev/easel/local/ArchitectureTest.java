package dev.easel.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.junit.jupiter.api.Test;

import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;

/// The walls that poms cannot keep. A wall that does not exist yet (a module without classes) is
/// allowed to hold nothing; that the others are looked at, [#theClassesOfEveryModuleAreSeen]
/// proves.
class ArchitectureTest {

    private static final String[] CORE = {
        "dev.easel.asset..",
        "dev.easel.catalog..",
        "dev.easel.contract..",
        "dev.easel.event..",
        "dev.easel.failure..",
        "dev.easel.generation..",
        "dev.easel.guard..",
        "dev.easel.id..",
        "dev.easel.image..",
        "dev.easel.judging..",
        "dev.easel.parking..",
        "dev.easel.provider..",
        "dev.easel.quota..",
        "dev.easel.reliability..",
        "dev.easel.routing..",
        "dev.easel.secret..",
        "dev.easel.workflow..",
    };

    /// `door` is the other half of the module `aws`: what a handler stands behind. `http` is what
    /// adapters share that speak to a service behind a key.
    private static final String[] ADAPTERS = {
        "dev.easel.aws..",
        "dev.easel.fetch..",
        "dev.easel.picture..",
        "dev.easel.providers..",
        "dev.easel.judges.."
    };

    private static final String[] FUNCTIONS = {
        "dev.easel.upload..",
        "dev.easel.dispatch..",
        "dev.easel.sentinelpoll..",
        "dev.easel.metrics..",
        "dev.easel.benchmark..",
    };
    private static final String[] RUNNER = {
        "dev.easel.local..",
        "dev.easel.client..",
        "dev.easel.gateway..",
        "dev.easel.emulator..",
        "dev.easel.seed..",
        "dev.easel.site..",
        "dev.easel.template..",
        "dev.easel.proof.."
    };
    private static final String SIMULATOR = "dev.easel.simulator..";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.easel");

    @Test
    void theClassesOfEveryModuleAreSeen() {
        assertThat(CLASSES.stream().map(JavaClass::getName))
                .contains(
                        "dev.easel.generation.Generation",
                        "dev.easel.failure.FailureException",
                        "dev.easel.aws.DynamoGenerations",
                        "dev.easel.door.HttpDoor",
                        "dev.easel.providers.RunflowProvider",
                        "dev.easel.dispatch.DispatchHandler",
                        "dev.easel.sentinelpoll.SentinelPollHandler",
                        "dev.easel.upload.UploadHandler",
                        "dev.easel.simulator.Simulator",
                        "dev.easel.template.TemplateFile",
                        "dev.easel.emulator.DynamoEmulator",
                        "dev.easel.gateway.HttpFront",
                        "dev.easel.local.Stack");
    }

    @Test
    void everyPackageIsOfAModuleThatIsKnownHere() {
        classes()
                .should()
                .resideInAnyPackage(
                        all(
                                CORE,
                                ADAPTERS,
                                FUNCTIONS,
                                RUNNER,
                                new String[] {SIMULATOR, "dev.easel.door..", "dev.easel.http.."}))
                .check(CLASSES);
    }

    @Test
    void thePackagesAreFreeOfCycles() {
        slices().matching("dev.easel.(*)..").should().beFreeOfCycles().check(CLASSES);
        // Inside the simulator as well, whose packages the first rule takes for one.
        slices().matching("dev.easel.simulator.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theCoreKnowsNothingOfTheWorld() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        all(
                                ADAPTERS,
                                FUNCTIONS,
                                RUNNER,
                                new String[] {
                                    SIMULATOR,
                                    "dev.easel.door..",
                                    "dev.easel.http..",
                                    "software.amazon..",
                                    "com.amazonaws..",
                                    "com.fasterxml..",
                                    "java.net.http.."
                                }))
                .check(CLASSES);
    }

    @Test
    void onlyHandlersAndTheRunnerAskTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(all(RUNNER, new String[] {SIMULATOR}))
                .and()
                .haveSimpleNameNotEndingWith("Handler")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .check(CLASSES);
    }

    @Test
    void inAFunctionOnlyTheHandlerKnowsAws() {
        noClasses()
                .that()
                .resideInAnyPackage(FUNCTIONS)
                .and()
                .haveSimpleNameNotEndingWith("Handler")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..", "dev.easel.aws..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noFunctionDependsOnAnotherAndNoAdapterOnAnother() {
        slices().assignedFrom(modules(FUNCTIONS))
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(CLASSES);
        slices().assignedFrom(modules(ADAPTERS))
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theSimulatorImportsNothingOfTheProduct() {
        noClasses()
                .that()
                .resideInAPackage(SIMULATOR)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.easel..")
                                .and(DescribedPredicate.not(resideInAPackage(SIMULATOR))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void httpLeavesOnlyThroughTheDoorsThatAreMeantForIt() {
        noClasses()
                .that(
                        DescribedPredicate.not(
                                resideInAnyPackage(
                                        all(
                                                RUNNER,
                                                new String[] {
                                                    SIMULATOR,
                                                    "dev.easel.fetch..",
                                                    "dev.easel.http..",
                                                    "dev.easel.providers..",
                                                    "dev.easel.judges.."
                                                }))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.apache.hc..", "javax.net.ssl..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.channels.SocketChannel")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.HttpURLConnection")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(CLASSES);
    }

    /// They speak to their own address alone. What an answer points to, pictures before all, is handed
    /// to `fetch`, which asks first where it leads.
    @Test
    void theProvidersHaveTwoWaysOutAndNeitherIsForDownloads() {
        noClasses()
                .that()
                .resideInAPackage("dev.easel.providers..")
                .and()
                .doNotHaveSimpleName("JsonHttp")
                .and()
                .doNotHaveSimpleName("RunflowCatalog")
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "HttpClient.send",
                                call ->
                                        call.getTargetOwner().isEquivalentTo(HttpClient.class)
                                                && call.getName().startsWith("send")))
                .check(CLASSES);
    }

    @Test
    void anExpectedFailureIsCaughtOnlyInTheDoors() {
        classes()
                .that()
                .haveSimpleNameNotEndingWith("Door")
                .should(
                        new ArchCondition<>("not catch FailureException") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                caught(type).stream()
                                        .filter(block -> catchesFailure(block))
                                        .forEach(block ->
                                                events.add(
                                                        SimpleConditionEvent.violated(
                                                                type,
                                                                "FailureException is caught in "
                                                                        + block.getOwner()
                                                                                .getFullName())));
                            }
                        })
                .check(CLASSES);
    }

    private static List<TryCatchBlock> caught(JavaClass type) {
        return type.getCodeUnits().stream()
                .flatMap(unit -> unit.getTryCatchBlocks().stream())
                .toList();
    }

    private static boolean catchesFailure(TryCatchBlock block) {
        return block.getCaughtThrowables().stream()
                .anyMatch(throwable ->
                        throwable.getName().equals("dev.easel.failure.FailureException"));
    }

    @Test
    void thePublicTypesOfTheCoreAreValuesPortsOrFinal() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .arePublic()
                .should(
                        new ArchCondition<>("be a record, an enum, an interface or final") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                var good =
                                        type.isRecord()
                                                || type.isEnum()
                                                || type.isInterface()
                                                || type.getModifiers().contains(FINAL);
                                if (!good) {
                                    events.add(
                                            SimpleConditionEvent.violated(
                                                    type, type.getName() + " is open"));
                                }
                            }
                        })
                .check(CLASSES);
    }

    @Test
    void theEnvironmentIsReadByHandlersAlone() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Handler")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheLogAndTheCommandLinePrint() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.easel.local..", "dev.easel.proof..")
                .and()
                .doNotHaveFullyQualifiedName("dev.easel.door.Log")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void nobodyUsesALoggingFrameworkOrInjection() {
        noClasses()
                .that()
                // It silences one.
                .doNotHaveFullyQualifiedName("dev.easel.emulator.Noise")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..", "org.slf4j..", "javax.inject..", "jakarta.inject..")
                .check(CLASSES);
    }

    private static String[] all(String[]... lists) {
        return Arrays.stream(lists).flatMap(Arrays::stream).toArray(String[]::new);
    }

    /// Each of these packages is a slice; everything else is none.
    private static SliceAssignment modules(String... packages) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                for (var one : packages) {
                    if (resideInAPackage(one).test(type)) {
                        return SliceIdentifier.of(one);
                    }
                }
                return SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return String.join(", ", packages);
            }
        };
    }
}
